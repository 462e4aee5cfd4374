import { Controller, Inject } from '@nestjs/common';
import type { HelpRequestView, PostedHelpRequestView } from '@app/contracts/http/help-request-shapes.js';
import { operations } from '@app/contracts/http/index.js';
import { versionIn } from '@app/contracts/http/primitives.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { ProblemError } from '@app/platform/errors/problem-error.js';
import {
  AnswerHeader,
  CurrentActor,
  CurrentPerson,
  Endpoint,
  Input,
  type SetHeader,
} from '@app/platform/http/endpoint.js';
import type { Actor, PersonActor } from '@app/platform/identity/actor.js';
import { AcceptHelpRequest, type AcceptanceStatus } from './accept-help-request.js';
import { HelpRequestCommands } from './help-request-commands.js';
import { PostHelpRequest } from './post-help-request.js';
import { RequestReader } from './request-reader.js';

type In<K extends keyof typeof operations> = OperationInput<(typeof operations)[K]>;

/** Asking for help, and what becomes of it. */
@Controller()
export class HelpRequestsController {
  constructor(
    @Inject(PostHelpRequest) private readonly post: PostHelpRequest,
    @Inject(RequestReader) private readonly reader: RequestReader,
    @Inject(AcceptHelpRequest) private readonly accept: AcceptHelpRequest,
    @Inject(HelpRequestCommands) private readonly commands: HelpRequestCommands,
  ) {}

  @Endpoint(operations.postHelpRequest)
  async postHelpRequest(
    @CurrentActor() actor: Actor,
    @Input(operations.postHelpRequest) { body, headers }: In<'postHelpRequest'>,
    @AnswerHeader() setHeader: SetHeader,
  ): Promise<PostedHelpRequestView> {
    const view = await this.post.run(actor, body, headers['idempotency-key']);
    setHeader('Location', `/v1/help-requests/${view.id}`);
    return view;
  }

  @Endpoint(operations.listHelpRequests)
  async list(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.listHelpRequests) { query }: In<'listHelpRequests'>,
  ): Promise<{ helpRequests: HelpRequestView[] }> {
    return { helpRequests: await this.reader.list(actor, query.role) };
  }

  @Endpoint(operations.getHelpRequest)
  async get(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getHelpRequest) { params }: In<'getHelpRequest'>,
    @AnswerHeader() setHeader: SetHeader,
  ): Promise<HelpRequestView> {
    return withVersion(setHeader, await this.reader.one(actor, params.id));
  }

  @Endpoint(operations.editHelpRequest)
  async edit(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.editHelpRequest) { params, headers, body }: In<'editHelpRequest'>,
    @AnswerHeader() setHeader: SetHeader,
  ): Promise<HelpRequestView> {
    const version = versionIn(headers);
    if (version === undefined) throw new ProblemError('if-match-required');
    await this.commands.edit(actor, params.id, body, version);
    return withVersion(setHeader, await this.reader.one(actor, params.id));
  }

  @Endpoint(operations.approveHelpRequest)
  async approve(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.approveHelpRequest) { params, headers }: In<'approveHelpRequest'>,
  ): Promise<HelpRequestView> {
    await this.commands.approve(actor, params.id, versionIn(headers));
    return this.reader.one(actor, params.id);
  }

  @Endpoint(operations.acceptHelpRequest)
  async acceptRequest(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.acceptHelpRequest) { params, body }: In<'acceptHelpRequest'>,
  ): Promise<{ status: AcceptanceStatus }> {
    return { status: await this.accept.run(actor, params.id, body.waitlist ?? false) };
  }

  @Endpoint(operations.withdrawAcceptance)
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.withdrawAcceptance) { params }: In<'withdrawAcceptance'>,
  ): Promise<void> {
    await this.commands.withdraw(actor, params.id);
  }

  @Endpoint(operations.confirmHelpRequest)
  async confirm(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.confirmHelpRequest) { params, body }: In<'confirmHelpRequest'>,
  ): Promise<HelpRequestView> {
    await this.commands.confirm(actor, params.id, body.address);
    return this.reader.one(actor, params.id);
  }

  @Endpoint(operations.cancelHelpRequest)
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.cancelHelpRequest) { params, headers }: In<'cancelHelpRequest'>,
  ): Promise<HelpRequestView> {
    await this.commands.cancel(actor, params.id, versionIn(headers));
    return this.reader.one(actor, params.id);
  }

  @Endpoint(operations.recordOutcome)
  async outcome(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.recordOutcome) { params, body }: In<'recordOutcome'>,
  ): Promise<HelpRequestView> {
    await this.commands.recordOutcome(actor, params.id, body.helped, body.note);
    return this.reader.one(actor, params.id);
  }
}

function withVersion(setHeader: SetHeader, view: HelpRequestView): HelpRequestView {
  setHeader('ETag', `"${view.version}"`);
  return view;
}
