// Running text in which no compound word is broken: Thai has no spaces between words, and browsers divide “แบบ|ฟอร์ม”.
import { compounds } from '../i18n/compounds.ts';

/** For text in a paragraph; where it stands beside icons, in its own element. */
export function Running({ text }: { readonly text: string }) {
  // every second piece is a compound
  return (
    <>
      {text.split(compounds).map((piece, index) =>
        index % 2 === 1 ? (
          <span key={`${index}`} class="nw">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}

/** A string as running text; whatever else there is, as it is. */
export function running<Child>(child: Child): Child | preact.JSX.Element {
  return typeof child === 'string' ? <Running text={child} /> : child;
}
