import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { ExampleBanner, OfflineBanner, PasskeyBanner, UpdateBanner } from './frame/banners.js';
import { Coming, screenComes, screenIsThere } from './frame/coming.js';
import { Footer } from './frame/footer.js';
import { Header } from './frame/header.js';
import { Languages } from './frame/languages.js';
import { isForOrganisers, language, languageAt } from './messages/language.js';
import { screenPaths, type ScreenPath } from '@app/contracts/pages/screen-paths.js';
import { appPath } from '@app/contracts/pages/server-paths.js';
import { t } from './messages/texts.js';
import { BrokenScreen } from './screens/pages/broken-screen.js';
import NotFoundScreen from './screens/pages/not-found-screen.js';
import { StartScreen } from './screens/start/start-screen.js';

const Ask = lazy(() => import('./screens/ask/ask-screen.js'));
const MyRequests = lazy(() => import('./screens/request/my-requests-screen.js'));
const MyRequest = lazy(() => import('./screens/request/my-request-screen.js'));
const EditRequest = lazy(() => import('./screens/request/edit-request-screen.js'));
const Board = lazy(() => import('./screens/board/board-screen.js'));
const Offer = lazy(() => import('./screens/board/offer-screen.js'));
const Agreements = lazy(() => import('./screens/agreements/agreements-screen.js'));
const Agreement = lazy(() => import('./screens/agreements/agreement-screen.js'));
const Circles = lazy(() => import('./screens/circles/circles-screen.js'));
const Circle = lazy(() => import('./screens/circles/circle-screen.js'));
const JoinCircle = lazy(() => import('./screens/circles/join-screen.js'));
const SignIn = lazy(() => import('./screens/sign-in/sign-in-screen.js'));
const Willing = lazy(() => import('./screens/willing/willing-screen.js'));
const Asked = lazy(() => import('./screens/asked/asked-screen.js'));
const MyHelp = lazy(() => import('./screens/my-help/my-help-screen.js'));
const MyData = lazy(() => import('./screens/my-data/my-data-screen.js'));
const Erased = lazy(() => import('./screens/rights/erased-screen.js'));
const Invite = lazy(() => import('./screens/invite/invite-screen.js'));
const WorkList = lazy(() => import('./screens/work-list/work-list-screen.js'));
const Activation = lazy(() => import('./screens/activation/activation-screen.js'));
const Monitor = lazy(() => import('./screens/monitor/monitor-screen.js'));
const Publish = lazy(() => import('./screens/monitor/publish-screen.js'));
const CampaignResults = lazy(() => import('./screens/monitor/campaigns-screen.js'));
const AskingPolicy = lazy(() => import('./screens/asking/asking-policy-screen.js'));
const Settings = lazy(() => import('./screens/association/settings-screen.js'));
const Members = lazy(() => import('./screens/association/members-screen.js'));
const Municipality = lazy(() => import('./screens/association/municipality-screen.js'));
const FileImports = lazy(() => import('./screens/file-imports/file-imports-screen.js'));
const Prepare = lazy(() => import('./screens/association/prepare-screen.js'));
const Intake = lazy(() => import('./screens/intake/intake-screen.js'));
const ViewsOfMe = lazy(() => import('./screens/safety/views-of-me-screen.js'));
const Report = lazy(() => import('./screens/safety/report-screen.js'));
const Reports = lazy(() => import('./screens/safety/reports-screen.js'));
const MySanctions = lazy(() => import('./screens/safety/my-sanctions-screen.js'));
const Blocks = lazy(() => import('./screens/safety/blocks-screen.js'));
const Calls = lazy(() => import('./screens/calls/calls-screen.js'));
const Absence = lazy(() => import('./screens/absence/absence-screen.js'));
const AskDesk = lazy(() => import('./screens/desk/ask-desk-screen.js'));
const MyDesk = lazy(() => import('./screens/desk/my-desk-screen.js'));
const Follow = lazy(() => import('./screens/desk/follow-screen.js'));
const DeskWork = lazy(() => import('./screens/desk/desk-work-screen.js'));
const Trust = lazy(() => import('./screens/trust/trust-screen.js'));
const Redeem = lazy(() => import('./screens/trust/redeem-screen.js'));
const ByPhone = lazy(() => import('./screens/pages/by-phone-screen.js'));
const Privacy = lazy(() => import('./screens/pages/privacy-screen.js'));
const HowItWorks = lazy(() => import('./screens/pages/how-it-works-screen.js'));
const WhatNeighboursDo = lazy(() => import('./screens/pages/what-neighbours-do-screen.js'));
const ThanksWall = lazy(() => import('./screens/thanks-wall/thanks-wall-screen.js'));
const OfferedThanks = lazy(() => import('./screens/thanks-wall/offered-thanks-screen.js'));
const Gatherings = lazy(() => import('./screens/gatherings/gatherings-screen.js'));
const Gathering = lazy(() => import('./screens/gatherings/gathering-screen.js'));
const OrganiseGatherings = lazy(() => import('./screens/gatherings/organise-screen.js'));
const Feedback = lazy(() => import('./screens/feedback/feedback-screen.js'));
const ReadFeedback = lazy(() => import('./screens/feedback/read-feedback-screen.js'));
const Accessibility = lazy(() => import('./screens/pages/accessibility-screen.js'));

/** After going to another page the focus moves to its content, so that a screen reader starts there. */
function focusContent(): void {
  document.getElementById('inhoud')?.focus({ preventScroll: true });
}

/** A fault in one screen leaves the menu and the telephone number standing. */
function Safe({ children }: { children: ComponentChildren }) {
  const [fault, reset] = useErrorBoundary();
  const { url } = useLocation();
  useEffect(() => {
    if (fault !== undefined) reset();
  }, [url]);
  useEffect(() => {
    if (fault !== undefined) screenIsThere();
  }, [fault]);
  return fault === undefined ? <>{children}</> : <BrokenScreen />;
}

/** What is shown at each address. */
const screens: Readonly<Record<ScreenPath, ComponentType>> = {
  '/werklijst/telefoon': Intake,
  '/werklijst/meldingen': Reports,
  '/werklijst/afwezig': Absence,
  '/werklijst/loket': DeskWork,
  '/werklijst/bedankjes': OfferedThanks,
  '/werklijst/ontmoetingen/:part?': OrganiseGatherings,
  '/werklijst/vertrouwen': Trust,
  '/werklijst/uitnodigen': Activation,
  '/werklijst/:id/bellen': Calls,
  '/werklijst/:id?': WorkList,
  '/monitor/publiceren': Publish,
  '/monitor/campagnes': CampaignResults,
  '/monitor': Monitor,
  '/hoe-kiest-het-systeem': AskingPolicy,
  '/vereniging/instellingen/:id?': Settings,
  '/vereniging/mensen/:id?': Members,
  '/gemeente': Municipality,
  '/gemeente/voorbereiden/:id/:step?': Prepare,
  '/gemeente/bestanden': FileImports,
  '/gemeente/meningen': ReadFeedback,
  '/': StartScreen,
  '/vraag/:step?': Ask,
  '/vragen': MyRequests,
  '/vragen/:id': MyRequest,
  '/vragen/:id/wijzig': EditRequest,
  '/hulpvragen': Board,
  '/hulpvragen/:id': Offer,
  '/afspraken': Agreements,
  '/afspraken/:id': Agreement,
  '/kring': Circles,
  '/kring/mee': JoinCircle,
  '/kring/:id/:part?': Circle,
  '/inloggen': SignIn,
  '/bereid/:step?': Willing,
  '/gevraagd': Asked,
  '/mijn-hulp/:part?': MyHelp,
  '/gegevens/:part?': MyData,
  '/gewist': Erased,
  '/uitnodigen': Invite,
  '/loket': AskDesk,
  '/mijn-vragen-aan-het-loket': MyDesk,
  '/volg': Follow,
  '/borg/:code?': Redeem,
  '/wie-keek': ViewsOfMe,
  '/melden': Report,
  '/maatregelen': MySanctions,
  '/blokkades': Blocks,
  '/hulp-per-telefoon': ByPhone,
  '/zo-werkt-het': HowItWorks,
  '/wat-buren-doen': WhatNeighboursDo,
  '/bedankt': ThanksWall,
  '/ontmoetingen': Gatherings,
  '/ontmoetingen/:id': Gathering,
  '/uw-mening': Feedback,
  '/privacy': Privacy,
  '/toegankelijkheid': Accessibility,
};

function Screens() {
  return (
    <Router onRouteChange={focusContent} onLoadStart={screenComes} onLoadEnd={screenIsThere}>
      {screenPaths.map((path) => (
        <Route key={path} path={path} component={screens[path]} />
      ))}
      <Route default component={NotFoundScreen} />
    </Router>
  );
}

function Frame() {
  const { path } = useLocation();
  const dense = path.startsWith('/werklijst');
  useEffect(() => {
    document.body.classList.toggle('zb-dense', dense);
  }, [dense]);
  useEffect(() => {
    if (languageAt(path) !== language) location.reload();
  }, [path]);
  const look = path === '/' ? undefined : dense ? 'zb-main zb-main--dense' : 'zb-main';
  return (
    <>
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
        {t.frame.skip}
      </a>
      {isForOrganisers(path) ? null : <Languages />}
      <Header />
      <ExampleBanner />
      <OfflineBanner />
      <UpdateBanner />
      <PasskeyBanner />
      <Coming />
      <main id="inhoud" tabIndex={-1} class={look}>
        <Safe>
          <ErrorBoundary>
            <Screens />
          </ErrorBoundary>
        </Safe>
      </main>
      <Footer />
    </>
  );
}

export function App() {
  return (
    <LocationProvider scope={appPath}>
      <Frame />
    </LocationProvider>
  );
}
