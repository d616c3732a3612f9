import { useEffect, useState } from 'preact/hooks';
import './qr-code.css';

interface QrCodeProps {
  readonly text: string;
  /** its accessible name */
  readonly label: string;
}

/** The library is fetched with the first code that is shown; nothing of it is asked of anybody else. */
export function QrCode({ text, label }: QrCodeProps) {
  const [cells, setCells] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let wanted = true;
    void import('uqr').then(({ encode }) => {
      if (wanted) setCells(encode(text, { ecc: 'M', border: 3 }).data);
    });
    return () => {
      wanted = false;
    };
  }, [text]);
  const size = Math.max(1, cells.length);
  const path = cells
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x},${y}h1v1h-1z` : '')))
    .join('');
  // dark on white whatever the theme: that is what cameras look for
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
