import { Controller, Inject } from '@nestjs/common';
import type { GatheringView } from '@app/contracts/http/gathering-shapes.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { CurrentActor, CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { Actor, PersonActor } from '@app/platform/identity/actor.js';
import { AnnounceGathering } from './announce-gathering.js';
import { ChangeGathering } from './change-gathering.js';
import { GatheringReader } from './gathering-reader.js';
import { NoteAttendance } from './note-attendance.js';
import { Visits } from './visits.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;
type Out<K extends keyof typeof operations> = Promise<OperationResult<(typeof operations)[K]>>;

/** Gatherings: read by everybody, announced by organisers, visited by who wants to. */
@Controller()
export class GatheringsController {
  constructor(
    @Inject(GatheringReader) private readonly reader: GatheringReader,
    @Inject(AnnounceGathering) private readonly announcing: AnnounceGathering,
    @Inject(ChangeGathering) private readonly changing: ChangeGathering,
    @Inject(Visits) private readonly visits: Visits,
    @Inject(NoteAttendance) private readonly noting: NoteAttendance,
  ) {}

  @Endpoint(operations.listGatherings)
  async list(
    @CurrentActor() actor: Actor,
    @Input(operations.listGatherings) { query }: In<'listGatherings'>,
  ): Out<'listGatherings'> {
    return { gatherings: await this.reader.list(actor, query.neighbourhoodCode) };
  }

  @Endpoint(operations.getGathering)
  get(
    @CurrentActor() actor: Actor,
    @Input(operations.getGathering) { params }: In<'getGathering'>,
  ): Promise<GatheringView> {
    return this.reader.one(actor, params.id);
  }

  @Endpoint(operations.listManagedGatherings)
  async managed(@CurrentPerson() actor: PersonActor): Out<'listManagedGatherings'> {
    return { gatherings: await this.reader.managed(actor) };
  }

  @Endpoint(operations.announceGathering)
  announce(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.announceGathering) { body }: In<'announceGathering'>,
  ): Out<'announceGathering'> {
    return this.announcing.run(actor, body);
  }

  @Endpoint(operations.editGathering)
  async edit(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.editGathering) { params, body }: In<'editGathering'>,
  ): Promise<void> {
    await this.changing.edit(actor, params.id, body);
  }

  @Endpoint(operations.endGathering)
  async end(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.endGathering) { params }: In<'endGathering'>,
  ): Promise<void> {
    await this.changing.end(actor, params.id);
  }

  @Endpoint(operations.cancelGatheringDate)
  async cancelDate(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.cancelGatheringDate) { params }: In<'cancelGatheringDate'>,
  ): Promise<void> {
    await this.changing.cancelDate(actor, params.id);
  }

  @Endpoint(operations.visitGathering)
  async come(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.visitGathering) { params, body }: In<'visitGathering'>,
  ): Promise<void> {
    await this.visits.come(actor, params.id, body.extra);
  }

  @Endpoint(operations.leaveGathering)
  async stayAway(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.leaveGathering) { params }: In<'leaveGathering'>,
  ): Promise<void> {
    await this.visits.stayAway(actor, params.id);
  }

  @Endpoint(operations.noteAttendance)
  async note(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.noteAttendance) { params, body }: In<'noteAttendance'>,
  ): Promise<void> {
    await this.noting.run(actor, params.id, body.held ? body.came : null);
  }
}
