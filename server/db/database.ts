// The database as the rest of the server sees it: one set of models on one of two engines.
import type { Connection, Model } from 'mongoose';
import type { StoredBatch, StoredRowBlock } from '../batches/batch.model.ts';
import { batchSchema, rowBlockSchema } from '../batches/batch.model.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { responseSchema } from '../responses/response.model.ts';
import type { StoredSurvey } from '../surveys/survey.model.ts';
import { surveySchema } from '../surveys/survey.model.ts';
import type { StoredSession, StoredUser } from '../users/user.model.ts';
import { sessionSchema, userSchema } from '../users/user.model.ts';
import type { StoredSetting } from './setting.model.ts';
import { settingSchema } from './setting.model.ts';

export interface Models {
  readonly responses: Model<StoredResponse>;
  readonly batches: Model<StoredBatch>;
  readonly rowBlocks: Model<StoredRowBlock>;
  readonly surveys: Model<StoredSurvey>;
  readonly users: Model<StoredUser>;
  readonly sessions: Model<StoredSession>;
  readonly settings: Model<StoredSetting>;
}

export interface Database extends Models {
  /** `embedded` (SQLite in DATA_DIR) or `mongodb` */
  readonly engine: 'embedded' | 'mongodb';
  readonly connection: Connection;
  /** resolves when the database answers, rejects otherwise */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The models on one connection. Schemas are shared; nothing is registered globally. */
export function modelsOn(connection: Connection): Models {
  return {
    responses: connection.model<StoredResponse>('Response', responseSchema),
    batches: connection.model<StoredBatch>('Batch', batchSchema),
    rowBlocks: connection.model<StoredRowBlock>('RowBlock', rowBlockSchema),
    surveys: connection.model<StoredSurvey>('Survey', surveySchema),
    users: connection.model<StoredUser>('User', userSchema),
    sessions: connection.model<StoredSession>('Session', sessionSchema),
    settings: connection.model<StoredSetting>('Setting', settingSchema),
  };
}
