-- An app's tokens end with what they rest on. Those of a person are the grant's; one that an app has for itself has none of the two.
alter table auth.oauth_access_tokens add constraint oauth_access_tokens_app_fk
  foreign key (client_id) references accounts.apps (client_id) on delete cascade;
alter table auth.oauth_access_tokens add constraint oauth_access_tokens_grant_fk
  foreign key (in_studio, user_id, client_id) references accounts.app_grants (studio_id, user_id, client_id) on delete cascade;
alter table auth.oauth_refresh_tokens add constraint oauth_refresh_tokens_grant_fk
  foreign key (in_studio, user_id, client_id) references accounts.app_grants (studio_id, user_id, client_id) on delete cascade;

-- Sign-in reads apps and writes what people let them do, before a studio is known.
do $$
declare
  sign_in name := current_setting('atelier.role');
begin
  execute format('grant select, update (last_used_at) on accounts.apps to %I', sign_in);
  execute format('grant select, insert, update, delete on accounts.app_grants to %I', sign_in);
  execute format('create policy sign_in on accounts.apps to %I using (true)', sign_in);
  execute format('create policy sign_in on accounts.app_grants to %I using (true)', sign_in);
end $$;
