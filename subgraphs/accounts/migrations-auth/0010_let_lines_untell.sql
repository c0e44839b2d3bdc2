-- Sign-in notes what happened to an account with the change itself. The line in the person's own log takes the note away: the domain's role
-- may do that, in a transaction of that log, and nothing else.
alter table auth.untold_events enable row level security;

do $$
declare
  sign_in name := current_setting('atelier.role');
  domain name := (
    select grantee::regrole::text::name from pg_class, aclexplode(relacl)
    where oid = 'accounts.members'::regclass and grantee <> relowner and privilege_type = 'INSERT');
begin
  execute format('create policy sign_in on auth.untold_events to %I using (true)', sign_in);
  execute format('grant delete, select (event_id, user_id) on auth.untold_events to %I', domain);
  execute format(
    $policy$create policy own_log on auth.untold_events to %I using (user_id = nullif(current_setting('app.studio', true), '')::uuid)$policy$,
    domain);
end $$;
