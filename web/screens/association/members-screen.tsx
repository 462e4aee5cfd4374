import { useRoute } from 'preact-iso';
import { nlOrganisers } from '../../messages/nl-organisers.js';
import { AssociationPage } from './association-page.js';
import { MembersPart } from './members-part.js';

const texts = nlOrganisers.association.members;

/** Who works at an organisation, for those who may change that. */
export default function MembersScreen() {
  const { params } = useRoute();
  return (
    <AssociationPage title={texts.title} lead={texts.lead} id={params['id']} path="/vereniging/mensen">
      {({ id, kind }) => <MembersPart key={id} associationId={id} kind={kind} />}
    </AssociationPage>
  );
}
