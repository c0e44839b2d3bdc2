-- What is due, and where somebody belonged, is asked past the walls: by the role of sign-in, which changes none of it.
do $$
declare
  sign_in name := current_setting('atelier.role');
  entry text;
begin
  foreach entry in array array['studio_deletions', 'former_members'] loop
    execute format('grant select on accounts.%I to %I', entry, sign_in);
    execute format('create policy sign_in on accounts.%I to %I using (true)', entry, sign_in);
  end loop;
end $$;
