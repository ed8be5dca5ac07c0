import { encode } from 'uqr';
import { codePath } from '../phone/qrPath.ts';

/** A text as a code for cameras. */
export function QrCode({ text, label, className }: { text: string; label: string; className: string | undefined }) {
  const { size, data } = encode(text, { ecc: 'L', border: 4 });
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} data-link={text}>
      <path d={codePath(data)} />
    </svg>
  );
}
