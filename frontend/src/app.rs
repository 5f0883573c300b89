//! What stands at the root for as long as the page is open, and the only route table.

use leptos::prelude::*;
use leptos_router::{
    components::{ParentRoute, Route, Router, Routes},
    path,
};

use crate::{
    agent_link::AgentLink,
    components::{Inside, Shell, provide_shell},
    data_file::DataFiles,
    i18n::I18nProvider,
    pages::{
        account::Account,
        case::{
            CaseFrame, EvidenceFrame, evidence::Evidence, exchange::Exchange, exhibit::ExhibitPage,
            handovers::Handovers, new_exhibit::NewExhibit, overview::Overview, people::People,
            record::Record, timeline::Timeline,
        },
        cases::Cases,
        join::Join,
        kit::Kit,
        mission::{
            MissionFrame, TeamFrame,
            findings::Findings,
            host::Host,
            overview::MissionOverview,
            rate::{Rate, RateNext},
            release::Release,
            report::Report,
            scores::Scores,
            team::Team,
            visit::Visit,
        },
        missions::Missions,
        new_case::NewCase,
        new_mission::NewMission,
        new_programme::NewProgramme,
        not_found::NotFound,
        organisation::Organisation,
        programme::{
            ProgrammeFrame,
            actions::ProgrammeActions,
            map::ProgrammeMap,
            overview::ProgrammeOverview,
            port::PortPage,
            ports::Ports,
            risks::Risks,
            template::{TemplatePage, draft::DraftPage, import::ImportPage},
            templates::Templates,
        },
        programmes::Programmes,
        recover::Recover,
        sign_in::{SignIn, Start, Unlock},
        today::Today,
        verify::Verify,
    },
};

#[component]
pub fn App() -> impl IntoView {
    AgentLink::provide();
    provide_shell();
    DataFiles::provide();
    view! {
        <I18nProvider>
            <Router>
                <Shell>
                    <Routes fallback=NotFound>
                        <Route path=path!("/") view=Start />
                        <Route path=path!("/join") view=Join />
                        <Route path=path!("/sign-in") view=SignIn />
                        <Route path=path!("/unlock") view=Unlock />
                        <Route path=path!("/recover") view=Recover />
                        <Route path=path!("/verify") view=Verify />
                        <ParentRoute path=path!("") view=Inside>
                            <Route path=path!("/kit") view=Kit />
                            <Route path=path!("/today") view=Today />
                            <Route path=path!("/cases") view=Cases />
                            <Route path=path!("/cases/new") view=NewCase />
                            <ParentRoute path=path!("/cases/:space") view=CaseFrame>
                                <Route path=path!("") view=Overview />
                                <ParentRoute path=path!("") view=EvidenceFrame>
                                    <Route path=path!("/evidence") view=Evidence />
                                    <Route path=path!("/evidence/new") view=NewExhibit />
                                    <Route path=path!("/evidence/:exhibit") view=ExhibitPage />
                                    <Route path=path!("/hand-overs") view=Handovers />
                                </ParentRoute>
                                <Route path=path!("/exchange") view=Exchange />
                                <Route path=path!("/timeline") view=Timeline />
                                <Route path=path!("/people") view=People />
                                <Route path=path!("/record") view=Record />
                            </ParentRoute>
                            <Route path=path!("/missions") view=Missions />
                            <Route path=path!("/missions/new") view=NewMission />
                            <ParentRoute path=path!("/missions/:space") view=MissionFrame>
                                <ParentRoute path=path!("") view=TeamFrame>
                                    <Route path=path!("") view=MissionOverview />
                                    <Route path=path!("/visits") view=Visit />
                                    <Route path=path!("/visits/:visit") view=Visit />
                                    <Route path=path!("/visits/:visit/rate") view=RateNext />
                                    <Route path=path!("/visits/:visit/rate/:facility/:criterion") view=Rate />
                                    <Route path=path!("/team") view=Team />
                                    <Route path=path!("/team/:visit") view=Team />
                                    <Route path=path!("/scores") view=Scores />
                                    <Route path=path!("/scores/:visit") view=Scores />
                                    <Route path=path!("/findings") view=Findings />
                                    <Route path=path!("/release") view=Release />
                                    <Route path=path!("/release/:visit") view=Release />
                                </ParentRoute>
                                <Route path=path!("/host") view=Host />
                                <Route path=path!("/report/:report") view=Report />
                                <Route path=path!("/timeline") view=Timeline />
                                <Route path=path!("/people") view=People />
                                <Route path=path!("/record") view=Record />
                            </ParentRoute>
                            <Route path=path!("/programmes") view=Programmes />
                            <Route path=path!("/programmes/new") view=NewProgramme />
                            <ParentRoute path=path!("/programmes/:space") view=ProgrammeFrame>
                                <Route path=path!("") view=ProgrammeOverview />
                                <Route path=path!("/map") view=ProgrammeMap />
                                <Route path=path!("/ports") view=Ports />
                                <Route path=path!("/ports/:port") view=PortPage />
                                <Route path=path!("/actions") view=ProgrammeActions />
                                <Route path=path!("/risks") view=Risks />
                                <Route path=path!("/templates") view=Templates />
                                <Route path=path!("/templates/import") view=ImportPage />
                                <Route path=path!("/templates/draft") view=DraftPage />
                                <Route path=path!("/templates/:template/:version") view=TemplatePage />
                                <Route path=path!("/timeline") view=Timeline />
                                <Route path=path!("/people") view=People />
                                <Route path=path!("/record") view=Record />
                            </ParentRoute>
                            <Route path=path!("/organisation") view=Organisation />
                            <Route path=path!("/account") view=Account />
                        </ParentRoute>
                    </Routes>
                </Shell>
            </Router>
        </I18nProvider>
    }
}
