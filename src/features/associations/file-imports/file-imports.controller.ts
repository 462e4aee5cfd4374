import { Controller, Inject } from '@nestjs/common';
import type { FileImportView } from '@app/contracts/http/file-imports.js';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput } from '@app/contracts/http/operation.js';
import { CurrentPerson, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { PersonActor } from '@app/platform/identity/actor.js';
import { FileImports } from './file-imports.js';

/** For administrators of the municipality: files to be taken over. */
@Controller()
export class FileImportsController {
  constructor(@Inject(FileImports) private readonly imports: FileImports) {}

  @Endpoint(operations.listImports)
  async list(@CurrentPerson() actor: PersonActor): Promise<{ imports: FileImportView[] }> {
    return { imports: await this.imports.list(actor) };
  }

  @Endpoint(operations.startImport)
  start(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.startImport) { body }: OperationInput<typeof operations.startImport>,
  ): Promise<FileImportView> {
    return this.imports.start(actor, body);
  }

  @Endpoint(operations.getImport)
  read(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getImport) { params }: OperationInput<typeof operations.getImport>,
  ): Promise<FileImportView> {
    return this.imports.read(actor, params.id);
  }

  @Endpoint(operations.sendImportPart)
  receive(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.sendImportPart) { params, body }: OperationInput<typeof operations.sendImportPart>,
  ): Promise<FileImportView> {
    return this.imports.receive(actor, params.id, body.startsAt, Buffer.from(body.content, 'base64'));
  }

  @Endpoint(operations.decideImport)
  decide(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.decideImport) { params, body }: OperationInput<typeof operations.decideImport>,
  ): Promise<FileImportView> {
    return this.imports.decide(actor, params.id, body.rows);
  }

  @Endpoint(operations.cancelImport)
  cancel(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.cancelImport) { params }: OperationInput<typeof operations.cancelImport>,
  ): Promise<FileImportView> {
    return this.imports.cancel(actor, params.id);
  }

  @Endpoint(operations.getImportReport)
  async report(
    @CurrentPerson() actor: PersonActor,
    @Input(operations.getImportReport) { params }: OperationInput<typeof operations.getImportReport>,
  ): Promise<{ csv: string }> {
    return { csv: await this.imports.report(actor, params.id) };
  }
}
