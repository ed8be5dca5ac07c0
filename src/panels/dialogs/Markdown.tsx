import { type Block, blocksOf, type Span, spansOf } from './markdownBlocks.ts';

/** Notes in their little markup. A first heading repeats what is written above it, so it is left out. */
export function Markdown({ text }: { text: string }) {
  const blocks = blocksOf(text);
  const shown = blocks[0]?.type === 'heading' && blocks[0].level === 1 ? blocks.slice(1) : blocks;
  // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order
  return shown.map((block, index) => <BlockView key={`${index}/${block.type}`} block={block} />);
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return (
        <h4>
          <Spans text={block.text} />
        </h4>
      );
    case 'paragraph':
      return (
        <p>
          <Spans text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Spans text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table>
          <thead>
            <Row cells={block.head} Cell="th" />
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <Row key={row.join('|')} cells={row} Cell="td" />
            ))}
          </tbody>
        </table>
      );
  }
}

function Row({ cells, Cell }: { cells: readonly string[]; Cell: 'td' | 'th' }) {
  return (
    <tr>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order
        <Cell key={`${index}/${cell}`}>
          <Spans text={cell} />
        </Cell>
      ))}
    </tr>
  );
}

const tags = { code: 'code', strong: 'strong', emphasis: 'em' } as const;

function Spans({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order
  return spansOf(text).map((span, index) => <SpanView key={`${index}/${span.text}`} span={span} />);
}

function SpanView({ span }: { span: Span }) {
  if (span.type === 'text') return span.text;
  const Tag = tags[span.type];
  return <Tag>{span.text}</Tag>;
}
