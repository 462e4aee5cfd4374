import { Controller, Inject } from '@nestjs/common';
import { operations } from '@app/contracts/http/index.js';
import type { OperationInput, OperationResult } from '@app/contracts/http/operation.js';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { CurrentActor, Endpoint, Input } from '@app/platform/http/endpoint.js';
import type { Actor } from '@app/platform/identity/actor.js';
import { AreaDirectory } from './area-directory.js';
import { FindNeighbourhood } from './geocoding/find-neighbourhood.js';
import { kindsOfHelp } from './kinds-of-help.js';
import { PlaceLists } from './place-lists.js';
import type { Remembered } from './remembered.js';

type Neighbourhoods = OperationResult<typeof operations.listNeighbourhoods>;
type Outlines = OperationResult<typeof operations.listOutlines>;
type Associations = OperationResult<typeof operations.listAssociations>;

@Controller()
export class PlacesController {
  private readonly neighbourhoods: Remembered<Neighbourhoods>;
  private readonly outlines: Remembered<Outlines>;
  private readonly associations: Remembered<Associations>;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PlaceLists) private readonly lists: PlaceLists,
    @Inject(FindNeighbourhood) private readonly search: FindNeighbourhood,
    @Inject(AreaDirectory) areas: AreaDirectory,
  ) {
    this.neighbourhoods = areas.memory();
    this.outlines = areas.memory();
    this.associations = areas.memory();
  }

  @Endpoint(operations.listNeighbourhoods)
  listNeighbourhoods(@CurrentActor() { municipalityId }: Actor): Promise<Neighbourhoods> {
    return this.neighbourhoods.get(municipalityId, () =>
      this.unitOfWork.run(asSystem(municipalityId), (tx) => this.lists.neighbourhoods(tx)),
    );
  }

  @Endpoint(operations.listOutlines)
  listOutlines(@CurrentActor() { municipalityId }: Actor): Promise<Outlines> {
    return this.outlines.get(municipalityId, () =>
      this.unitOfWork.run(asSystem(municipalityId), (tx) => this.lists.outlines(tx)),
    );
  }

  @Endpoint(operations.listAssociations)
  listAssociations(@CurrentActor() { municipalityId }: Actor): Promise<Associations> {
    return this.associations.get(municipalityId, () =>
      this.unitOfWork.run(asSystem(municipalityId), (tx) => this.lists.associations(tx)),
    );
  }

  @Endpoint(operations.findNeighbourhood)
  findNeighbourhood(
    @CurrentActor() { municipalityId }: Actor,
    @Input(operations.findNeighbourhood) { body }: OperationInput<typeof operations.findNeighbourhood>,
  ): Promise<OperationResult<typeof operations.findNeighbourhood>> {
    return this.search.run(municipalityId, { postcode: body.postcode, houseNumber: body.houseNumber });
  }

  @Endpoint(operations.listCategories)
  listCategories(): OperationResult<typeof operations.listCategories> {
    return { categories: kindsOfHelp };
  }
}
