import { Inject, Injectable } from '@nestjs/common';
import { activeAcceptances } from '@app/domain/help-request/index.js';
import type { RequestDigestView } from '@app/features/help-requests/index.js';
import { PeopleDirectory, type PersonCard } from '@app/features/people/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { ActionTokens, type LinkKind } from '../action-tokens.js';
import type { TemplateData } from '../templates/template-data.js';
import type { Scene } from './letter-scene.js';

/** Names and links, for letters to any reader. */
@Injectable()
export class LetterDetails {
  constructor(
    @Inject(PeopleDirectory) private readonly people: PeopleDirectory,
    @Inject(ActionTokens) private readonly tokens: ActionTokens,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** First name; empty when that person is gone. */
  async nameOf(tx: Transaction, personId: string): Promise<string> {
    return (await this.people.cardsOf(tx, [personId])).get(personId)?.givenName ?? '';
  }

  /** In which part the reader is, and the first name of the other side. */
  async sides({ tx, request, reader, askerGivenName }: Scene) {
    const helpers = activeAcceptances(request.state).map(({ personId }) => personId);
    if (helpers.includes(reader.id)) return { reader: 'helper' as const, otherGivenName: askerGivenName };
    const only = helpers.length === 1 ? helpers[0] : undefined;
    const card = only ? (await this.people.cardsOf(tx, [only])).get(only) : undefined;
    return { reader: 'asker' as const, otherGivenName: card?.givenName ?? null };
  }

  /** What every letter about an agreement says to the neighbour. */
  agreement({ frame, request, askerGivenName }: Scene): TemplateData['helper-accepted'] {
    return { ...frame, askerGivenName, agreementUrl: this.url(`/afspraken/${request.state.id}`) };
  }

  /** A one-tap link of the reader. */
  link(tx: Transaction, kind: LinkKind, subjectId: string, reader: PersonCard, expiresAt: number): string {
    return this.url(this.tokens.linkPath(tx, kind, subjectId, reader.id, expiresAt));
  }

  /** The request in the app. */
  requestUrl({ state }: RequestDigestView): string {
    return this.url(`/vragen/${state.id}`);
  }

  /** A page of ours. */
  url(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
