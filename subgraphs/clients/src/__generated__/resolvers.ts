/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.ts';
    import    { clients as Query_clients } from './../clients/resolvers/Query/clients.ts';
import    { archiveClient as Mutation_archiveClient } from './../clients/resolvers/Mutation/archiveClient.ts';
import    { createClient as Mutation_createClient } from './../clients/resolvers/Mutation/createClient.ts';
import    { createContact as Mutation_createContact } from './../contacts/resolvers/Mutation/createContact.ts';
import    { removeContact as Mutation_removeContact } from './../contacts/resolvers/Mutation/removeContact.ts';
import    { restoreClient as Mutation_restoreClient } from './../clients/resolvers/Mutation/restoreClient.ts';
import    { trashClient as Mutation_trashClient } from './../clients/resolvers/Mutation/trashClient.ts';
import    { updateClient as Mutation_updateClient } from './../clients/resolvers/Mutation/updateClient.ts';
import    { updateContact as Mutation_updateContact } from './../contacts/resolvers/Mutation/updateContact.ts';
import    { Client } from './../clients/resolvers/Client.ts';
import    { ClientConnection } from './../clients/resolvers/ClientConnection.ts';
import    { Contact } from './../contacts/resolvers/Contact.ts';
    export const resolvers: Resolvers = {
      Query: { clients: Query_clients },
      Mutation: { archiveClient: Mutation_archiveClient,createClient: Mutation_createClient,createContact: Mutation_createContact,removeContact: Mutation_removeContact,restoreClient: Mutation_restoreClient,trashClient: Mutation_trashClient,updateClient: Mutation_updateClient,updateContact: Mutation_updateContact },
      
      Client: Client,
ClientConnection: ClientConnection,
Contact: Contact
    }