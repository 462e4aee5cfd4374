import { nlOrganisers } from '../../messages/nl-organisers.js';

/** What the caller has to hear, in words that can be read aloud. */
export function WhatToSay() {
  const { title, ...lines } = nlOrganisers.intake.say;
  return (
    <section class="zb-card zb-card--tight zb-flow zb-flow--xs" aria-labelledby="say">
      <h2 class="utrecht-heading-2" id="say">
        {title}
      </h2>
      <ul class="zb-flow zb-flow--xs">
        {Object.entries(lines).map(([name, line]) => (
          <li key={name}>“{line}”</li>
        ))}
      </ul>
    </section>
  );
}
