// The registry's fields as types: what a sender may give in each part of a response, and what is stored there.
import type { Position, Raw, RawPosition, RespondentType } from '../response.ts';
import type { Strategy } from '../strategies.ts';
import type { CoreKind, FieldName, Fields, PartOfResponse } from './fields.ts';

/** What each kind leaves of an answer; null: none. */
export interface StoredValues extends Record<CoreKind, unknown> {
  /** `YYYY-MM-DD`, Common Era */
  day: string | null;
  /** ISO 3166-2, such as TH-50 */
  province: string | null;
  /** the official Thai name when it is one of the province's districts, else the text as given */
  district: string | null;
  text: string | null;
  position: Position | null;
  'respondent-type': RespondentType | null;
  strategy: Strategy | null;
  'sub-plan': string | null;
  /** 1 (least) to 5 (most) */
  severity: number | null;
  /** people, 0 to 70,000,000 */
  affected: number | null;
}

/** A kind that codes what it knows keeps a text that it does not know beside it: `strategy` and `strategyText`. */
export type CodedKind = 'respondent-type' | 'strategy' | 'sub-plan';

type MemberOf<
  P extends PartOfResponse,
  F extends FieldName,
> = Fields[F]['pointer'] extends `${P}/${infer M}`
  ? M extends `${string}/${string}`
    ? never
    : M
  : never;

export type RawPart<P extends PartOfResponse> = {
  [F in FieldName as MemberOf<P, F>]?: Fields[F]['kind'] extends 'position'
    ? RawPosition | null | undefined
    : Raw;
};

type Stored<F extends FieldName> = Fields[F] extends { required: string }
  ? NonNullable<StoredValues[Fields[F]['kind']]>
  : StoredValues[Fields[F]['kind']];

type SparseField = {
  [F in FieldName]: Fields[F] extends { sparse: true } ? F : never;
}[FieldName];
type Known<P extends PartOfResponse> = {
  readonly [F in Exclude<FieldName, SparseField> as MemberOf<P, F>]: Stored<F>;
} & { readonly [F in SparseField as MemberOf<P, F>]?: NonNullable<Stored<F>> };
type Unknown<P extends PartOfResponse> = {
  readonly [F in FieldName as Fields[F]['kind'] extends CodedKind
    ? `${MemberOf<P, F>}Text`
    : never]: string | null;
};
/** DOPA's four digits when the district is known */
type Codes<P extends PartOfResponse> = {
  readonly [F in FieldName as Fields[F]['kind'] extends 'district'
    ? `${MemberOf<P, F>}Code`
    : never]: string | null;
};
type Joined<T> = { [K in keyof T]: T[K] };

export type StoredPart<P extends PartOfResponse> = Joined<Known<P> & Unknown<P> & Codes<P>>;
