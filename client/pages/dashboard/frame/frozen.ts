import { createContext } from 'preact';

/** The figures are those of a snapshot: what would lead to today’s lists and files of the same numbers is not offered. */
export const Frozen = createContext(false);
