-- The schema accounts was made before this one (migrations run in the order of the schemas' names).
alter table accounts.members add constraint members_user_id_fk
  foreign key (user_id) references auth.users (id) on delete cascade;

-- Sign-in happens before anybody knows which studio it is for: its role passes the tenant policies of these tables and of
-- no others. The domain's own role reads the names of people with whom its viewer shares a studio.
alter table auth.users enable row level security;

-- What colleagues may know of each other's accounts; whoever reads it needs the rights, and passes the walls, of its table.
create view accounts.people with (security_invoker = true) as select id, name, email, image as picture from auth.users;

do $$
declare
  -- This schema's role, as the migrator names it; the other one already holds rights on its own tables.
  sign_in name := current_setting('atelier.role');
  domain name := (
    select grantee::regrole::text::name from pg_class, aclexplode(relacl)
    where oid = 'accounts.members'::regclass and grantee <> relowner and privilege_type = 'SELECT');
  entry text;
begin
  execute format('grant usage on schema accounts to %I', sign_in);
  foreach entry in array array['studios', 'members', 'invitations', 'api_keys', 'client_links', 'contact_sessions'] loop
    execute format('grant select on accounts.%I to %I', entry, sign_in);
    execute format('create policy sign_in on accounts.%I to %I using (true)', entry, sign_in);
  end loop;
  execute format('grant update (last_used_at) on accounts.api_keys, accounts.client_links to %I', sign_in);
  execute format('grant insert on accounts.client_links to %I', sign_in);
  execute format('grant insert, delete on accounts.contact_sessions to %I', sign_in);

  execute format('create policy sign_in on auth.users to %I using (true)', sign_in);
  execute format('grant usage on schema auth to %I', domain);
  execute format('grant select (id, name, email, image) on auth.users to %I', domain);
  execute format('grant select on accounts.people to %I', domain);
  execute format(
    $policy$create policy colleagues on auth.users for select to %I using (
      id = nullif(current_setting('app.user', true), '')::uuid
      or exists (select from accounts.members where members.user_id = users.id
        and members.studio_id = nullif(current_setting('app.studio', true), '')::uuid))$policy$,
    domain);
end $$;
