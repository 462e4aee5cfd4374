import { useEffect } from 'preact/hooks';
import { t } from '../messages/texts.js';

/** Names the page in the tab and for screen readers; says "Fout" first when something is to be corrected. */
export function usePage(title: string, hasErrors = false): void {
  useEffect(() => {
    document.title = hasErrors ? t.frame.errorTitle(title) : t.frame.title(title);
  }, [title, hasErrors]);
}
