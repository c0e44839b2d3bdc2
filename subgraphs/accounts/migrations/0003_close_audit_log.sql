-- The migrator gives the domain's role these rights and no others: a line can be added, and never changed or taken away.
comment on table accounts.audit_log is 'rights: select, insert';
comment on table accounts.audit_heads is 'rights: select, insert, update';

-- The one way in which lines go: those of a studio that is gone, 90 days after the last one was written. Of the session's studio.
create function accounts.forget_audit_log() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  gone uuid := nullif(current_setting('app.studio', true), '')::uuid;
  forgotten integer;
begin
  if gone is null
    or exists (select from accounts.studios where id = gone)
    -- A person's own log is no studio's.
    or exists (select from accounts.audit_log where studio_id = gone and actor_kind = 'person')
    or exists (select from accounts.audit_log where studio_id = gone and at > now() - interval '90 days') then
    return 0;
  end if;
  delete from accounts.audit_log where studio_id = gone;
  get diagnostics forgotten = row_count;
  delete from accounts.audit_heads where studio_id = gone;
  return forgotten;
end $$;
revoke all on function accounts.forget_audit_log() from public;

do $$
begin
  execute format('grant execute on function accounts.forget_audit_log() to %I', current_setting('atelier.role'));
end $$;
