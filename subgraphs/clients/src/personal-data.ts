import { contact, definePersonalData, helper, type Kept, PSEUDONYM, person, text, WORK } from '@atelier/service-kit/personal-data';

const CLIENTS_OF_THE_STUDIO: Kept = {
  code: 'OF_CLIENTS',
  because: { en: 'It is about the studio’s clients, not about its members.', es: 'Trata de los clientes del estudio, no de sus miembros.' },
  days: null,
};

/** Whose data the clients domain holds, and what becomes of it. */
export const personalData = definePersonalData({
  clients: {
    holds: { en: 'Companies and persons that the studio works for.', es: 'Empresas y personas para las que trabaja el estudio.' },
    studioGoes: 'rows go',
    columns: {
      name: text(CLIENTS_OF_THE_STUDIO),
      name_key: helper,
      vat_id: text(CLIENTS_OF_THE_STUDIO),
      notes: text(WORK),
      // Who entered it; what it tells is the studio's, and of others.
      created_by: person('member', PSEUDONYM),
    },
    plain: ['kind', 'currency', 'language', 'default_rate_currency', 'shelf'],
  },
  contacts: {
    holds: { en: 'People at clients: name, address and telephone number.', es: 'Personas de los clientes: nombre, dirección y teléfono.' },
    studioGoes: 'rows go',
    columns: {
      id: contact,
      name: text(CLIENTS_OF_THE_STUDIO),
      name_key: helper,
      email: text(CLIENTS_OF_THE_STUDIO),
      phone: text(CLIENTS_OF_THE_STUDIO),
      created_by: person('member', PSEUDONYM),
    },
    plain: ['client_id', 'roles'],
  },
  search_words: {
    holds: { en: 'Words by which clients are found.', es: 'Palabras con las que se encuentra a los clientes.' },
    studioGoes: 'rows go',
    columns: { word: helper },
    plain: ['client_id', 'owner_id'],
  },
});
