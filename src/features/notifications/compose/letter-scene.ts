import type { AskView } from '@app/contracts/http/asks.js';
import { activeAcceptances, type Acceptance } from '@app/domain/help-request/index.js';
import type { RequestDigestView } from '@app/features/help-requests/index.js';
import type { PersonCard } from '@app/features/people/index.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import type { Letter, TemplateData } from '../templates/template-data.js';

/** What a letter about a help request is written from, as it is true now. */
export interface Scene {
  readonly tx: Transaction;
  readonly request: RequestDigestView;
  readonly reader: PersonCard;
  /** What every letter about this request says. */
  readonly frame: Omit<TemplateData['helper-withdrew'], 'helperGivenName' | 'requestUrl'>;
  readonly askerGivenName: string;
  /** Only for messages about an ask. */
  readonly ask: AskView | undefined;
}

/** Writes one letter; null when it is no longer true. */
export type Compose = (scene: Scene) => Promise<Letter | null>;

/** The reader's own part in the help, as long as it stands. */
export function acceptanceOf({ request, reader }: Scene): Acceptance | undefined {
  return activeAcceptances(request.state).find(({ personId }) => personId === reader.id);
}
