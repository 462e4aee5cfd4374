export { layOutHexagons, stepsBetween, type Hexagon } from './hexagon-layout.js';
