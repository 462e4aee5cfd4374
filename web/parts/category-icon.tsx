import type { Category } from '@app/contracts/http/vocabulary.js';
import { Icon } from './icon.js';
import * as icons from './icons.js';

const drawings: Record<Category, string> = {
  'walk-dog': icons.dog,
  groceries: icons.shoppingBag,
  coffee: icons.coffee,
  'walk-together': icons.trees,
  meal: icons.soup,
  ride: icons.car,
  'odd-job': icons.tool,
  garden: icons.plant,
  computer: icons.computer,
  'keep-company': icons.keepCompany,
  other: icons.other,
};

export function CategoryIcon({ category }: { category: Category }) {
  return <Icon drawing={drawings[category]} />;
}
