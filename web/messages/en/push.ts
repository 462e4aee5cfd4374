import type { Translation } from '../translation.js';

export const push: Translation['push'] = {
  title: 'Notifications on this device',
  text: 'You then see a request or message at once, also when this site is closed.',
  private: 'Whoever sees your screen can read the notification. It never holds an address.',
  on: 'Turn notifications on',
  off: 'Turn notifications off',
  isOn: 'Notifications are on for this device.',
  isOff: 'Notifications are off for this device.',
  cannot: 'This browser cannot show notifications. You do get email.',
  denied: 'Your browser stops notifications. Allow them in the settings of your browser.',
  failed: 'Turning them on did not work. Try again.',
};
