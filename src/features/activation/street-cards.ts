import { Inject, Injectable } from '@nestjs/common';
import { AreaDirectory } from '@app/features/associations/index.js';
import { AppConfig } from '@app/platform/config/app-config.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { printQrCards } from '@app/platform/print/qr-cards.js';
import { refuseOthers } from './campaigns.js';

const cardsOnSheet = 8;

/** Cards for letterboxes: every card of a neighbourhood is the same, so that it leads to nobody and tells nobody apart. */
@Injectable()
export class StreetCards {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AreaDirectory) private readonly areas: AreaDirectory,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** @throws ProblemError not-found for a neighbourhood of another organisation */
  async make(actor: PersonActor, associationId: string, neighbourhoodCode: string): Promise<{ pdf: string }> {
    refuseOthers(actor, associationId);
    const { place, sender } = await this.unitOfWork.run(asSystem(actor.municipalityId), async (tx) => {
      const owner = await this.areas.associationOfNeighbourhood(tx, neighbourhoodCode);
      const area = await this.areas.neighbourhood(tx, neighbourhoodCode);
      if (area === null || owner !== associationId) throw new ProblemError('not-found');
      return { place: area.name, sender: await this.areas.organisation(tx, associationId) };
    });
    const { publicUrl } = this.config;
    const { name, contact } = sender;
    const card = {
      title: `Een handje hulp in ${place}`,
      // As much as fits beside the code, also under the longest name of a neighbourhood.
      lines: ['Soms is 20 minuten genoeg.', 'Scan de code, of ga naar:'],
      url: `${publicUrl}/bereid?buurt=${neighbourhoodCode}`,
      typed: `${publicUrl.replace(/^https?:\/\//, '')}/bereid`,
      small: contact.phone === '' ? name : `${name}. Liever bellen? ${contact.phone}`,
    };
    const pdf = await printQrCards({
      title: `Kaartjes voor ${place}`,
      instruction: 'Knip de kaartjes los en doe ze in de bus. Op elk kaartje staat hetzelfde.',
      cards: Array.from({ length: cardsOnSheet }, () => card),
    });
    return { pdf: pdf.toString('base64') };
  }
}
