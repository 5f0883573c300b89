//! Photos and other files of ratings and findings.

use super::{Channel, FileState, Made, Rule, SpaceState, TimelineKind};
use crate::{
    id::{PersonId, RecordId},
    record::AttachedFile,
};

impl SpaceState {
    pub(in crate::state) fn may_attach_in_mission(
        &self,
        person: PersonId,
        to: RecordId,
    ) -> Result<Channel, Rule> {
        self.require_assessor(person)?;
        let known = self.mission.visit_of_rating.contains_key(&to)
            || self.mission.findings.contains_key(&to);
        if !known {
            return Err(self.missing(to, Rule::UnknownTarget { target: to }));
        }
        Ok(Channel::Team)
    }

    pub(in crate::state) fn attach_in_mission(
        &mut self,
        made: Made,
        file: &AttachedFile,
    ) -> Result<TimelineKind, Rule> {
        if made.channel != self.may_attach_in_mission(made.from.author, file.to)? {
            return Err(Rule::BelongsElsewhere);
        }
        self.mission.owner_of_file.insert(made.id, file.to);
        let files = self.mission.files.entry(file.to).or_default();
        files.push(FileState {
            id: made.id,
            file: file.clone(),
            attached: made.from,
            corrections: Vec::new(),
        });
        Ok(TimelineKind::told(
            "mission-file",
            [("file", file.name.clone())],
        ))
    }

    /// A file of the mission, with the record it belongs to.
    pub(in crate::state) fn mission_file(&self, id: RecordId) -> Option<(RecordId, &AttachedFile)> {
        let to = *self.mission.owner_of_file.get(&id)?;
        let files = self.mission.files.get(&to)?;
        let state = files.iter().find(|state| state.id == id)?;
        Some((to, &state.file))
    }
}
