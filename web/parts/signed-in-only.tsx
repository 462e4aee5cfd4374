import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { needsName, loadMe, me } from '../session/session.js';
import { signInPath } from '../session/return-to.js';
import { Loading } from './loading.js';

/** Shows its content to who is signed in and told a name; leads anyone else to the sign-in page and back. */
export function SignedInOnly({ children }: { children: ComponentChildren }) {
  const { url, route } = useLocation();
  const person = me.value;
  useEffect(() => {
    let left = false;
    // A guest may have signed in from another tab: ask once before sending someone away.
    if (person === undefined) void loadMe();
    if (person === null) {
      void loadMe().then((found) => {
        if (found === null && !left) route(signInPath(url), true);
      });
    }
    if (person !== null && person !== undefined && needsName(person)) route(signInPath(url), true);
    return () => {
      left = true;
    };
  }, [person]);
  if (person === null || person === undefined || needsName(person)) {
    return (
      <div class="zb-wrap">
        <Loading />
      </div>
    );
  }
  return <>{children}</>;
}
