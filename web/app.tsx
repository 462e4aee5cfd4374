import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { ExampleBanner, OfflineBanner, PasskeyBanner, UpdateBanner } from './frame/banners.js';
import { Footer } from './frame/footer.js';
import { Header } from './frame/header.js';
import { Languages } from './frame/languages.js';
import { isForOrganisers, language, languageAt } from './messages/language.js';
import { appPath } from '@app/contracts/pages/server-paths.js';
import { t } from './messages/texts.js';
import { BrokenScreen } from './screens/pages/broken-screen.js';
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
const NotFound = lazy(() => import('./screens/pages/not-found-screen.js'));

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
  return fault === undefined ? <>{children}</> : <BrokenScreen />;
}

/** Where organisers work; those that name a page stand before those that name an item. */
function organiserRoutes() {
  return [
    <Route key="/werklijst/telefoon" path="/werklijst/telefoon" component={Intake} />,
    <Route key="/werklijst/meldingen" path="/werklijst/meldingen" component={Reports} />,
    <Route key="/werklijst/afwezig" path="/werklijst/afwezig" component={Absence} />,
    <Route key="/werklijst/loket" path="/werklijst/loket" component={DeskWork} />,
    <Route key="/werklijst/bedankjes" path="/werklijst/bedankjes" component={OfferedThanks} />,
    <Route key="/werklijst/ontmoetingen" path="/werklijst/ontmoetingen/:part?" component={OrganiseGatherings} />,
    <Route key="/werklijst/vertrouwen" path="/werklijst/vertrouwen" component={Trust} />,
    <Route key="/werklijst/uitnodigen" path="/werklijst/uitnodigen" component={Activation} />,
    <Route key="/werklijst/:id/bellen" path="/werklijst/:id/bellen" component={Calls} />,
    <Route key="/werklijst/:id?" path="/werklijst/:id?" component={WorkList} />,
    <Route key="/monitor/publiceren" path="/monitor/publiceren" component={Publish} />,
    <Route key="/monitor/campagnes" path="/monitor/campagnes" component={CampaignResults} />,
    <Route key="/monitor" path="/monitor" component={Monitor} />,
    <Route key="/hoe-kiest-het-systeem" path="/hoe-kiest-het-systeem" component={AskingPolicy} />,
    <Route key="/vereniging/instellingen/:id?" path="/vereniging/instellingen/:id?" component={Settings} />,
    <Route key="/vereniging/mensen/:id?" path="/vereniging/mensen/:id?" component={Members} />,
    <Route key="/gemeente" path="/gemeente" component={Municipality} />,
    <Route key="/gemeente/voorbereiden/:id/:step?" path="/gemeente/voorbereiden/:id/:step?" component={Prepare} />,
    <Route key="/gemeente/bestanden" path="/gemeente/bestanden" component={FileImports} />,
    <Route key="/gemeente/meningen" path="/gemeente/meningen" component={ReadFeedback} />,
  ];
}

function Screens() {
  return (
    <Router onRouteChange={focusContent}>
      {organiserRoutes()}
      <Route path="/" component={StartScreen} />
      <Route path="/vraag/:step?" component={Ask} />
      <Route path="/vragen" component={MyRequests} />
      <Route path="/vragen/:id" component={MyRequest} />
      <Route path="/vragen/:id/wijzig" component={EditRequest} />
      <Route path="/hulpvragen" component={Board} />
      <Route path="/hulpvragen/:id" component={Offer} />
      <Route path="/afspraken" component={Agreements} />
      <Route path="/afspraken/:id" component={Agreement} />
      <Route path="/kring" component={Circles} />
      <Route path="/kring/mee" component={JoinCircle} />
      <Route path="/kring/:id/:part?" component={Circle} />
      <Route path="/inloggen" component={SignIn} />
      <Route path="/bereid/:step?" component={Willing} />
      <Route path="/gevraagd" component={Asked} />
      <Route path="/mijn-hulp/:part?" component={MyHelp} />
      <Route path="/gegevens/:part?" component={MyData} />
      <Route path="/gewist" component={Erased} />
      <Route path="/uitnodigen" component={Invite} />
      <Route path="/loket" component={AskDesk} />
      <Route path="/mijn-vragen-aan-het-loket" component={MyDesk} />
      <Route path="/volg" component={Follow} />
      <Route path="/borg/:code?" component={Redeem} />
      <Route path="/wie-keek" component={ViewsOfMe} />
      <Route path="/melden" component={Report} />
      <Route path="/maatregelen" component={MySanctions} />
      <Route path="/blokkades" component={Blocks} />
      <Route path="/hulp-per-telefoon" component={ByPhone} />
      <Route path="/zo-werkt-het" component={HowItWorks} />
      <Route path="/wat-buren-doen" component={WhatNeighboursDo} />
      <Route path="/bedankt" component={ThanksWall} />
      <Route path="/ontmoetingen" component={Gatherings} />
      <Route path="/ontmoetingen/:id" component={Gathering} />
      <Route path="/uw-mening" component={Feedback} />
      <Route path="/privacy" component={Privacy} />
      <Route path="/toegankelijkheid" component={Accessibility} />
      <Route default component={NotFound} />
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
