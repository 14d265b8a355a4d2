"""Find loops in “who points to whom”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def find_loops(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield one ring of ids for each knot of ids that point to one another.

    Knots are the strongly connected components (Tarjan's algorithm without recursion, so a long
    chain cannot exhaust the stack), in the order of `edges`; the ring is the shortest through the
    knot's first id.  An id that points to itself is a ring of one.

    >>> list(find_loops({"a": ["b"], "b": ["a"], "c": ["a"], "d": ["d"]}))
    [('a', 'b'), ('d',)]
    """
    order = {name: position for position, name in enumerate(edges)}
    knots = [knot for knot in _components(edges) if len(knot) > 1 or knot[0] in edges[knot[0]]]
    firsts = {min(knot, key=order.__getitem__): set(knot) for knot in knots}
    for first, knot in sorted(firsts.items(), key=lambda pair: order[pair[0]]):
        yield _ring_through(first, knot, edges)


def show_loop(loop: tuple[str, ...]) -> str:
    """Write a ring: “a → b → a”.

    >>> show_loop(("a", "b"))
    'a → b → a'
    """
    shown = loop if len(loop) <= 8 else (*loop[:8], "…")
    return " → ".join((*shown, loop[0]))


def _ring_through(
    first: str, knot: set[str], edges: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    reached = [first]
    for name in reached:  # grows while it is walked: a breadth-first search
        for target in edges[name]:
            if target == first:
                ring = [name]
                while ring[-1] != first:
                    ring.append(came_from[ring[-1]])
                return tuple(reversed(ring))
            if target in knot and target not in came_from:
                came_from[target] = name
                reached.append(target)
    raise AssertionError("a knot has a ring through each of its ids")


def _components(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for root in edges:
        if root in number:
            continue
        stack = [(root, iter(edges[root]))]
        number[root] = low[root] = len(number)
        path.append(root)
        on_path.add(root)
        while stack:
            name, targets = stack[-1]
            target = next((one for one in targets if one in edges), None)
            if target is None:
                stack.pop()
                if stack:
                    low[stack[-1][0]] = min(low[stack[-1][0]], low[name])
                if low[name] == number[name]:
                    yield _unwind(path, on_path, name)
            elif target not in number:
                number[target] = low[target] = len(number)
                path.append(target)
                on_path.add(target)
                stack.append((target, iter(edges[target])))
            elif target in on_path:
                low[name] = min(low[name], number[target])


def _unwind(path: list[str], on_path: set[str], until: str) -> list[str]:
    component: list[str] = []
    while not component or component[-1] != until:
        component.append(path.pop())
        on_path.remove(component[-1])
    return component
