/** Text with its bold parts between bars: `n = |9,837| issues`. */
export function Marked({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split('|')
        .map((part, index) => (index % 2 === 1 ? <b key={`${index} ${part}`}>{part}</b> : part))}
    </>
  );
}
