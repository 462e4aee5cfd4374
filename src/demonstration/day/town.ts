import type { Category } from '@app/contracts/http/vocabulary.js';
import type { Service } from './service.js';

/** Names of places and kinds of help, as everyone can read them. */
export class Town {
  private constructor(
    private readonly neighbourhoods: ReadonlyMap<string, string>,
    private readonly categories: ReadonlyMap<Category, string>,
    /** One buurt of each board there is. */
    readonly boards: readonly string[],
  ) {}

  static async read(service: Service): Promise<Town> {
    const { neighbourhoods } = (await service.call('listNeighbourhoods')).data;
    const { categories } = (await service.call('listCategories')).data;
    const boards = new Map(neighbourhoods.map(({ organisationId, code }) => [organisationId, code]));
    return new Town(
      new Map(neighbourhoods.map(({ code, name }) => [code, name])),
      new Map(categories.map(({ code, name }) => [code, name])),
      [...boards.values()],
    );
  }

  /** Name of a buurt. */
  placeOf(neighbourhoodCode: string): string {
    return this.neighbourhoods.get(neighbourhoodCode) ?? neighbourhoodCode;
  }

  /** A kind of help in the middle of a sentence, for example `de hond uitlaten`. */
  helpOf(category: Category): string {
    const name = this.categories.get(category) ?? category;
    return name.charAt(0).toLowerCase() + name.slice(1);
  }
}
