// What a page is to the router: its address, its name, who may see it, and the words it needs.
import type { ComponentType } from 'preact';
import type { Role } from '../shared/api/session.ts';
import type { Area } from './i18n/messages.ts';
import type { shell } from './i18n/th/shell.ts';
import type { PageProps } from './page-props.ts';

export interface Route {
  readonly path: string;
  readonly title: keyof typeof shell.titles;
  readonly mayOpen: readonly Role[] | 'everyone';
  readonly areas: readonly Area[];
  /** opens without network, for a person who was signed in on this device before */
  readonly field?: true;
  /** shows one round: which, stands in its address */
  readonly inRound?: true;
  /** not there: it comes with the frame (App.tsx) */
  readonly load?: () => Promise<ComponentType<PageProps>>;
}
