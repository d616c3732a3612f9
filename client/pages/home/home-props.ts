import type { User } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';

export interface HomeProps {
  readonly user: User;
  readonly survey: Survey;
}
