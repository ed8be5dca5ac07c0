import { wireFieldsFrom } from '../../design/newWires.ts';
import { specOf } from '../../design/wires.ts';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { valueText } from '../../i18n/valueText.ts';
import type { AnyFieldText } from '../../nodes/kindText.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import type { Field } from '../../schema/fields.ts';
import { documentsOf } from '../../schema/sources.ts';
import { useSession } from '../../store/hooks.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { sourceKind } from '../inspector/sourceKind.ts';
import styles from './Docs.module.css';
import { DocsText } from './DocsText.tsx';
import { useDialogText } from './words.ts';

/** What a kind of part models and leaves out, and every default of it with what stands behind it. */
export function DocsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const kind = useSession((state) => state.docsOf);
  if (kind === null) return null;
  return (
    <Dialog wide title={t.kinds[kind].name} closeLabel={t.common.close} onClose={onClose}>
      <DocsText kind={kind} />
      <Defaults kind={kind} />
    </Dialog>
  );
}

/** Written from the spec, so that no default is without its source. */
function Defaults({ kind }: { kind: NodeKind }) {
  const words = useDialogText().docs;
  const texts = useLateText(fieldWords);
  const spec = specOf(kind);
  const wireFields = wireFieldsFrom(kind);
  const ofWires = Object.keys(spec.wires ?? {});
  return (
    <div className={styles.docs}>
      <h4>{words.defaults}</h4>
      <p>{words.defaultsHelp}</p>
      <table>
        <thead>
          <tr>
            <th>{words.setting}</th>
            <th>{words.value}</th>
            <th>{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(spec.fields).map(([name, field]) => (
            <DefaultRow key={name} field={field} text={texts.kinds[kind].fields[name]} />
          ))}
          {ofWires.map((name) => (
            <DefaultRow key={`wire ${name}`} field={wireFields[name]} text={texts.link[name as keyof typeof texts.link]} ofWire />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DefaultRow({ field, text, ofWire = false }: { field: Field; text: AnyFieldText; ofWire?: boolean }) {
  const t = useText();
  const words = useDialogText().docs;
  const source = sourceKind(field.source);
  const documents = documentsOf(field.source).join('; ');
  return (
    <tr>
      <td>{ofWire ? words.ofNewWires(text.label) : text.label}</td>
      <td>{valueText(field, field.default, text, t)}</td>
      <td>{documents || t.panels.inspector.sources[source]}</td>
    </tr>
  );
}
