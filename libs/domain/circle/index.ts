export { circleRoles, mayInCircle, type CircleAct, type CircleRole } from './roles.js';
export { decideSlot, type SlotCommand, type SlotRefusal, type SlotState, type SlotStatus } from './slot.js';
