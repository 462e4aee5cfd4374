import { t } from '../../messages/texts.js';
import { TextPage } from './text-page.js';

/** What we keep and who sees it. */
export default function PrivacyScreen() {
  return <TextPage {...t.pages.privacy} />;
}
