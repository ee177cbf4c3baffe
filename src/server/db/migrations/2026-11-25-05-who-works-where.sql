-- Why: every request asks which villages a person works in, and every sync who works in a village. Both keys begin with
-- the team, so both questions read whole tables: some 110,000 rows a request in a province.

create index team_people_of_person on team_people (person_id);
create index team_villages_of_village on team_villages (village_code);
