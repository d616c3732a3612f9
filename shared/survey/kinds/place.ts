// Where: province, district, position.
import { findDistrict } from '../../places/find-district.ts';
import { findProvince } from '../../places/find-province.ts';
import { remembering } from '../../text/remembering.ts';
import { asIs, type CheckContext, fieldsOf, report, safeOf, shown, tidyCell } from '../check.ts';
import { parsePosition, plainPosition } from '../coordinates.ts';
import type { Position, RawPosition } from '../response.ts';
import type { ReadKind } from './kind.ts';
import { keepText } from './text.ts';

type Districts = CheckContext['districts'];

/** The lists of districts come to the browser later; what was read without them is not what is read with them. */
const findingIn = (districts: Districts) => ({
  districts,
  find: remembering(
    (text) => findProvince(text, districts),
    ({ error }) => error === undefined,
  ),
});
let finding = findingIn(undefined);

function provinceFinderOf(districts: Districts): typeof finding.find {
  if (finding.districts !== districts) finding = findingIn(districts);
  return finding.find;
}

export const readProvince: ReadKind<string> = (check, given, { pointer }) => {
  const cell = tidyCell(check, given, pointer);
  if (cell.wrong) return { value: null, safe: safeOf(cell) };
  const found = provinceFinderOf(check.context.districts)(cell.text);
  if (found.error === undefined) {
    const { code: province, pass } = found;
    if (pass === 'loose')
      report(check, 'province-spelling', pointer, { value: shown(cell.text), province });
    return { value: province, safe: asIs(cell) };
  }
  const value = shown(cell.text);
  if (found.error === 'unknown-province')
    report(check, found.error, pointer, { value, ...(found.hint && { hint: found.hint }) });
  if (found.error === 'ambiguous-province')
    report(check, found.error, pointer, { value, candidates: found.candidates });
  return { value: null, safe: safeOf(cell) };
};

export const readDistrict: ReadKind<string> = (check, given, { pointer, maxLength }, before) => {
  const cell = tidyCell(check, given, pointer);
  const { districts } = check.context;
  const { province } = before;
  const ofProvince = typeof province === 'string' && cell.text ? districts?.(province) : undefined;
  const known = ofProvince && findDistrict(cell.text, ofProvince);
  if (known) return { value: known.name.th, beside: known.code, safe: asIs(cell) };
  const { text, safe } = keepText(check, cell, pointer, maxLength);
  return { value: text, beside: null, safe };
};

const positionFields = new Set(['lat', 'lng', 'accuracy', 'text']);

export const readPosition: ReadKind<Position, RawPosition | null | undefined> = (
  check,
  given,
  { pointer },
) => {
  if (given === undefined || given === null) return { value: null, safe: given };
  const fields = fieldsOf(check, given, pointer, positionFields);
  if (fields.text === undefined && fields.accuracy === undefined) {
    const { lat, lng } = fields;
    const plain = plainPosition(lat, lng);
    // whole numbers and nothing else: they are safe as they are
    if (plain) return { value: plain, safe: { lat, lng, accuracy: undefined } as RawPosition };
  }
  const lat = tidyCell(check, fields.lat, `${pointer}/lat`);
  const lng = tidyCell(check, fields.lng, `${pointer}/lng`);
  const accuracy = tidyCell(check, fields.accuracy, `${pointer}/accuracy`);
  const text = tidyCell(check, fields.text, pointer);
  const wrong = lat.wrong || lng.wrong || text.wrong;
  const parsed = wrong
    ? { position: null }
    : parsePosition({ lat: lat.text, lng: lng.text, accuracy: accuracy.text, text: text.text });
  if (parsed.warning) {
    report(check, parsed.warning, pointer, parsed.hint === undefined ? {} : { hint: parsed.hint });
  }
  const show = parsed.position ? asIs : safeOf;
  const safe = {
    lat: show(lat),
    lng: show(lng),
    accuracy: show(accuracy),
    ...(fields.text === undefined ? {} : { text: show(text) }),
  };
  return { value: parsed.position, safe };
};
