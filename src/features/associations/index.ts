export { AnsweringHours } from './answering-hours.js';
export { AreaDirectory, type Organisation } from './area-directory.js';
export { paceColumns, readAreaMap, type Area, type AreaMap, type AreaOwner } from './area-map.js';
export { AssociationsModule } from './associations.module.js';
export { Colleagues, type ColleagueRecord } from './colleagues.js';
export { categoryNames, usualMinutes } from './kinds-of-help.js';
