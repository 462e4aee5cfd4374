import { t } from '../../messages/texts.js';
import { TextPage } from './text-page.js';

/** What was checked, and what was not yet. */
export default function AccessibilityScreen() {
  return <TextPage {...t.pages.accessibility} />;
}
