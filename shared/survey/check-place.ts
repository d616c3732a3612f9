// Where: province, district, sub-district, position.
import { findDistrict } from '../places/find-district.ts';
import { findProvince } from '../places/provinces.ts';
import { asIs, type Cell, type Check, cellOf, fieldsOf, report, safeOf, shown } from './check.ts';
import { type CheckedText, checkText, keepText } from './check-text.ts';
import { parsePosition } from './coordinates.ts';
import type { CheckedResponse, Position, RawResponse } from './response.ts';

export interface CheckedPlace {
  /** null: the province is not known, which is an error */
  readonly place: CheckedResponse['place'] | null;
  readonly safe: NonNullable<RawResponse['place']>;
}

const placeFields = new Set(['province', 'district', 'subdistrict', 'position']);
const positionFields = new Set(['lat', 'lng', 'accuracy', 'text']);

export function checkPlace(check: Check, raw: unknown): CheckedPlace {
  const fields = fieldsOf(check, raw, '/place', placeFields);
  const cell = cellOf(check, fields.province, '/place/province');
  const province = checkProvince(check, cell);
  const district = checkDistrict(check, fields.district, province);
  const subdistrict = checkText(
    check,
    fields.subdistrict,
    '/place/subdistrict',
    '/place/subdistrict',
  );
  const { position, safe } = checkPosition(check, fields.position);
  return {
    place:
      province === null
        ? null
        : {
            province,
            district: district.text,
            districtCode: district.code,
            subdistrict: subdistrict.text,
            position,
          },
    safe: {
      province: province === null ? safeOf(cell) : asIs(cell),
      district: district.safe,
      subdistrict: subdistrict.safe,
      position: safe,
    },
  };
}

function checkProvince(check: Check, cell: Cell): string | null {
  if (cell.wrong) return null;
  const found = findProvince(cell.text);
  const pointer = '/place/province';
  if (found.error === undefined) {
    if (found.pass === 'loose')
      report(check, 'province-spelling', pointer, {
        value: shown(cell.text),
        province: found.code,
      });
    return found.code;
  }
  const value = found.error === 'missing-province' ? {} : { value: shown(cell.text) };
  const hint = found.error === 'unknown-province' && found.hint ? { hint: found.hint } : {};
  const several = found.error === 'ambiguous-province' ? { candidates: found.candidates } : {};
  report(check, found.error, pointer, { ...value, ...hint, ...several });
  return null;
}

interface CheckedDistrict extends CheckedText {
  readonly code: string | null;
}

function checkDistrict(check: Check, raw: unknown, province: string | null): CheckedDistrict {
  const cell = cellOf(check, raw, '/place/district');
  const { districts } = check.context;
  const ofProvince = province && cell.text ? districts?.(province) : undefined;
  const known = ofProvince && findDistrict(cell.text, ofProvince);
  if (!known) return { ...keepText(check, cell, '/place/district'), code: null };
  return { text: known.nameTh, code: known.code, safe: asIs(cell), wrong: false };
}

function checkPosition(
  check: Check,
  raw: unknown,
): { position: Position | null; safe: NonNullable<RawResponse['place']>['position'] } {
  if (raw === undefined || raw === null) return { position: null, safe: raw };
  const at = '/place/position';
  const fields = fieldsOf(check, raw, at, positionFields);
  const lat = cellOf(check, fields.lat, `${at}/lat`);
  const lng = cellOf(check, fields.lng, `${at}/lng`);
  const accuracy = cellOf(check, fields.accuracy, `${at}/accuracy`);
  const text = cellOf(check, fields.text, at);
  const wrong = lat.wrong || lng.wrong || text.wrong;
  const parsed = wrong
    ? { position: null }
    : parsePosition({ lat: lat.text, lng: lng.text, accuracy: accuracy.text, text: text.text });
  if (parsed.warning) {
    report(check, parsed.warning, at, parsed.hint === undefined ? {} : { hint: parsed.hint });
  }
  const show = parsed.position ? asIs : safeOf;
  const safe = {
    lat: show(lat),
    lng: show(lng),
    accuracy: show(accuracy),
    ...(fields.text === undefined ? {} : { text: show(text) }),
  };
  return { position: parsed.position, safe };
}
