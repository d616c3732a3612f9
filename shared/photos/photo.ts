// What a photo may be, at both ends: made small and clean on the phone, checked again on the server by its content.

/** Everything that a photo may be stored as. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof photoTypes)[number];

export const photoLimits = {
  /** of one issue; a round may ask for less */
  perIssue: 3,
  /** what the server takes */
  bytes: 1024 * 1024,
  /** pixels of the longer side that the server takes */
  side: 4096,
  /** segments or chunks that it may be made of; a phone's picture of 1 MiB has some hundred at the most */
  parts: 2000,
  /** what the phone makes of it */
  madeBytes: 400 * 1024,
  madeSide: 1600,
} as const;

/** What a photo is known by within its response: SHA-256 of its bytes, hexadecimal. */
export const photoDigestPattern = /^[0-9a-f]{64}$/;

/** How many photos an issue of this round may have. */
export function photosPerIssue(definition: {
  readonly photosPerIssue?: number | undefined;
}): number {
  return Math.min(definition.photosPerIssue ?? photoLimits.perIssue, photoLimits.perIssue);
}

export interface PhotoFacts {
  readonly type: PhotoType;
  readonly width: number;
  readonly height: number;
}

/**
 * Why bytes are no photo that may be stored. `metadata`: they say more than the picture (where, when, by which device, or anything
 * that is no part of it); `damaged`: they are not what they begin as, or go on after their end.
 */
export type PhotoFault = 'no-photo' | 'damaged' | 'metadata' | 'moving' | 'too-wide';
