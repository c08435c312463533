"""Nouns that only say of which kind a name is: they may be left out."""

from bot.grading.tables import listed

HEADS = listed(
    """effect scale theorem principle theory law rule method algorithm cycle equation constant paradox
    syndrome disease test index model curve distribution sort search river ocean city mountain island
    treaty act museum university prize award cup dynasty empire bone muscle cell gland gas acid rock tree
    language protocol server file command function keyword statement tag property attribute service tool
    framework library format standard system process procedure technique strategy approach pattern type
    number code day week month year name word group team party company bank club society movement style
    period age era party event project plan programme program policy form paper report account document
    office department sector industry market exchange process unit point line side part step phase stage
    level layer class category kind order family species plant animal bird fish fruit colour color paint
    sauce oil flour bread cheese wine dish soup dance song play film movie book novel magazine game sport
    match race team player coach machine engine device instrument key button menu page site website app
    application software database query table column field row record list queue stack graph network node
    cluster container image volume region zone area country state province county town village street road
    bridge building tower castle church station airport port bay gulf strait cape peninsula desert valley
    war sea lake sonata symphony opera supper night prime drive code right park street square palace bridge"""
)
