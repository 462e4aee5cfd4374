export { tenthsAnswered } from './answered.js';
export { alertsOf } from './alerts.js';
export { changesBy, countAll } from './count.js';
export { insideSystem, insideView, type InsideView } from './inside-view.js';
export { endings, type Ending, type Fact } from './fact.js';
export {
  FigureSums,
  measures,
  regularFrom,
  stages,
  summed,
  type Figure,
  type FigureKey,
  type Measure,
  type Stage,
} from './figure.js';
export { countsOfFew } from './people-behind.js';
export { lastDayOf, quarterLater, quarterOf, quartersBetween, type Quarter } from './quarter.js';
export {
  allRow,
  countName,
  elsewhereRow,
  publishedCounts,
  publishedRelations,
  publishedTables,
  sinceStart,
  totalName,
  wholeTables,
  type PublishedColumn,
  type PublishedTableCode,
} from './published-tables.js';
export { unseenInside } from './unseen-inside.js';
