/** The files of a new case: small, of invented states, and clean. */

/** What `casus new` writes, by path inside the new folder. */
export function starterFiles(name: string): ReadonlyMap<string, string> {
  return new Map([
    [`${fileName(name)}.casus`, CASE],
    ['sources/draft-treaty.txt', SOURCE],
    ['README.md', readme(name)],
  ]);
}

/** A name for the file that any system takes: letters, figures and hyphens. */
const fileName = (name: string): string => name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').toLowerCase() || 'case';

const CASE = `// A small case to start from. The states are invented. Change a line, run \`npx casus check\`, and see what changes.

case "A guarantee for Syldavia"

// Who there is.
actor Arcadia, Borduria, Ruritania, Syldavia
group Guarantors = Arcadia, Ruritania

// What a state can do.
act assist   "come to the aid of"
act consult  "consult with"

// Where it is written. The text lies in sources/, and every phrase that is quoted below is checked against it.
source draft "Draft treaty of guarantee" {
  publisher "Ministry of Foreign Affairs of Syldavia"
  date 2030-05-03
  kind primary
  text "draft-treaty.txt"
}

// What it says.
treaty Pact "Draft treaty of guarantee of 2030" {
  parties Guarantors, Syldavia            cite draft "between Arcadia, Ruritania and Syldavia"

  article 1 "Guarantee" {
    upon armed attack on Syldavia {
      each of Guarantors shall assist Syldavia within 3 days
        cite draft "each of the Guarantors shall come to its aid within three days"
    }
  }
  article 2 "Consultation" {
    each of the parties shall consult with one another   cite draft "shall consult with one another"
  }
}

// The case that may arise.
scenario BorduriaAttacks "Borduria attacks Syldavia" {
  Borduria attacks Syldavia
}

// What Syldavia counts on.
promise Help "a guarantor comes to Syldavia's aid" {
  at least 1 of Guarantors assist Syldavia
}

// What is judged: the treaty, as it stands.
arrangement Draft "The draft as it stands" {
  instruments Pact
  judge Help when BorduriaAttacks
}

// What you claim. A claim that the text does not bear fails, like a test.
expect promise Help is automatic under Draft when BorduriaAttacks

// Now try this: let the guarantors decide first, and let Borduria be one of them. Write
//   group Guarantors = Arcadia, Borduria, Ruritania
// and in article 1
//   if Guarantors decide unanimously then each of Guarantors shall assist Syldavia within 3 days
// and \`npx casus check\` will tell you who can stop the help, and why.
`;

const SOURCE = `DRAFT TREATY OF GUARANTEE

between Arcadia, Ruritania and Syldavia

3 May 2030

Article 1

In the event of an armed attack on Syldavia, each of the Guarantors shall come to its aid within three days.

Article 2

The parties shall consult with one another.
`;

const readme = (name: string): string => `# ${name}

Run \`npx casus check\` in this folder; the texts of the sources lie in \`sources/\`.
`;
