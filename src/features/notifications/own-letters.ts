import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@app/contracts/http/vocabulary.js';
import type { NotificationTemplate } from '@app/contracts/jobs/job-map.js';
import { AreaDirectory } from '@app/features/associations/index.js';
import type { PersonCard } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { renderLetter } from './templates/index.js';
import type { LetterFrame } from './templates/data/frame.js';
import type {
  AppealDecidedData,
  InvitationData,
  CircleLetterData,
  GatheringLetterData,
  QuestionAnsweredData,
  QuestionMovedData,
  ReplyReturnedData,
  SanctionImposedData,
  SanctionLiftedData,
  VogEndingData,
} from './templates/data/to-members.js';
import type { WorkWaitsData } from './templates/data/to-organisers.js';
import type { Letter } from './templates/template-data.js';

type CircleTemplate = Extract<NotificationTemplate, `circle-${string}`>;
type GatheringTemplate = Extract<NotificationTemplate, `gathering-${string}`>;

/** What the circles know of a letter about one. */
export type CircleLetterFacts = Omit<CircleLetterData, keyof LetterFrame | 'desk'>;

/** What is known of a letter about a gathering. */
export type GatheringLetterFacts = Omit<GatheringLetterData, keyof LetterFrame>;

/** What a feature to the right knows of its own letters; the frame and the desk to call are filled in here. */
export interface OwnLetterFacts
  extends Record<CircleTemplate, CircleLetterFacts>, Record<GatheringTemplate, GatheringLetterFacts> {
  'sanction-imposed': Omit<SanctionImposedData, keyof LetterFrame | 'desk' | 'measuresUrl'>;
  'appeal-decided': Omit<AppealDecidedData, keyof LetterFrame | 'desk' | 'measuresUrl'>;
  'vog-ending': Omit<VogEndingData, keyof LetterFrame | 'desk'>;
  invitation: Omit<InvitationData, keyof LetterFrame>;
  'sanction-lifted': Omit<SanctionLiftedData, keyof LetterFrame | 'desk' | 'measuresUrl'>;
  'work-waits': Omit<WorkWaitsData, keyof LetterFrame>;
  'question-moved': Omit<QuestionMovedData, keyof LetterFrame | 'desk'>;
  'question-answered': Omit<QuestionAnsweredData, keyof LetterFrame | 'desk'>;
  'reply-returned': Omit<ReplyReturnedData, keyof LetterFrame | 'desk'>;
}
type OwnTemplate = keyof OwnLetterFacts;
type Read<N extends OwnTemplate> = (
  tx: Transaction,
  subjectId: string,
  readerId: string,
) => Promise<OwnLetterFacts[N] | null>;

const ownTemplates: readonly string[] = [
  'sanction-imposed',
  'appeal-decided',
  'vog-ending',
  'invitation',
  'sanction-lifted',
  'work-waits',
  'question-moved',
  'question-answered',
  'reply-returned',
  'circle-joining',
  'circle-joined',
  'circle-swap-asked',
  'circle-taken-over',
  'circle-left-out',
  'circle-unfilled',
  'circle-reminder',
  'gathering-cancelled',
  'gathering-cancelled-now',
  'gathering-changed',
  'gathering-reminder',
] satisfies OwnTemplate[];

export function isOwnTemplate(template: string): template is OwnTemplate {
  return ownTemplates.includes(template);
}

/** Letters that are not about a help request: the feature that knows what they are about registers how to read it. */
@Injectable()
export class OwnLetters {
  private readonly readers = new Map<OwnTemplate, Read<OwnTemplate>>();

  constructor(
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** @throws when the template has a reader already. */
  register<N extends OwnTemplate>(template: N, read: Read<N>): void {
    if (this.readers.has(template)) throw new Error(`${template} has a reader already`);
    this.readers.set(template, read);
  }

  /** Null when what it is about is gone. Needs a system transaction. */
  async compose(
    tx: Transaction,
    template: OwnTemplate,
    subjectId: string,
    reader: Pick<PersonCard, 'id' | 'language'>,
  ): Promise<Letter | null> {
    const facts = await this.readers.get(template)?.(tx, subjectId, reader.id);
    return facts ? this.render(tx, template, facts, reader.language) : null;
  }

  /** The letter with these facts, also before there is anything to send. Needs a system transaction. */
  async render<N extends OwnTemplate>(
    tx: Transaction,
    template: N,
    facts: OwnLetterFacts[N],
    language: Language = 'nl',
  ): Promise<Letter> {
    const { municipality } = await this.areas.map(tx);
    const { name, contact } = await this.areas.desk(tx);
    // Who was removed cannot sign in to look.
    const shutOut = 'kind' in facts && facts.kind === 'removal';
    const frame = {
      language,
      now: tx.now,
      municipalityName: municipality.name,
      isExample: municipality.isExample,
      settingsUrl: 'stopUrl' in facts ? facts.stopUrl : null,
      desk: { organisation: name, givenName: contact.givenName, phone: contact.phone },
      measuresUrl: shutOut ? null : `${this.config.publicUrl}/maatregelen`,
    };
    return renderLetter(template, { ...frame, ...facts } as never);
  }
}
